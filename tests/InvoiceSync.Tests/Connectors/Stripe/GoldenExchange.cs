using System.Globalization;

namespace InvoiceSync.Tests.Connectors.Stripe;

/// <summary>A request of the official client as recorded, and the answer it was given.</summary>
sealed record GoldenExchange(string Method, string Path, IReadOnlyList<KeyValuePair<string, string>> Pairs, IReadOnlyDictionary<string, string> Headers)
{
    public int Status { get; private init; }

    public IReadOnlyList<(string Name, string Value)> ReplyHeaders { get; private init; } = [];

    public string ReplyBody { get; private init; } = "";

    public static IReadOnlyList<GoldenExchange> Of(string file)
    {
        var text = StripeData.Text($"golden/{file}.txt").Replace("\\r\\n", "", StringComparison.Ordinal);
        return [.. text.Split("===== exchange ").Skip(1).Select(part => Read(part.Split("===== CLIENT OUTCOME")[0]))];
    }

    /// <summary>Puts the recorded answers into the fake, so that our client lives through the same story.</summary>
    public static FakeStripe Play(IReadOnlyList<GoldenExchange> story)
    {
        var fake = new FakeStripe();
        foreach (var e in story)
        {
            if (e.Status == 0) fake.ThenLose();
            else fake.Then(e.Status, e.ReplyBody, [.. e.ReplyHeaders]);
        }

        return fake;
    }

    static GoldenExchange Read(string part)
    {
        var halves = part.Split("----- RESPONSE given by the dummy server -----\n");
        var request = halves[0].Split('\n').Skip(1).ToList();
        var (target, headers, body) = (request[0].Split(' '), Headers_(request), request[^2]);
        var path = target[1].Split('?', 2);
        var reply = halves[1].Split('\n').ToList();
        var status = reply[0].StartsWith("HTTP/", StringComparison.Ordinal) ? int.Parse(reply[0].Split(' ')[1], CultureInfo.InvariantCulture) : 0;
        var blank = reply.IndexOf("");
        return new(target[0], path[0], Asked.Decode(path.Length > 1 ? path[1] : body), headers)
        {
            Status = status,
            ReplyHeaders = [.. Headers_(reply).Where(h => h.Key.StartsWith("Stripe-", StringComparison.Ordinal)).Select(h => (h.Key, h.Value))],
            ReplyBody = status == 0 ? "" : reply[blank + 1],
        };
    }

    static Dictionary<string, string> Headers_(IReadOnlyList<string> lines) => lines.Skip(1).TakeWhile(line => line.Length > 0)
        .Select(line => line.Split(": ", 2)).Where(h => h.Length == 2).ToDictionary(h => h[0], h => h[1], StringComparer.OrdinalIgnoreCase);
}
