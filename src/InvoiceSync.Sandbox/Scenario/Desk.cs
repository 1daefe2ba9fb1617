using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Stripe;
using InvoiceSync.Sandbox.Stripe.Objects;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Scenario;

/// <summary>Calls the same operations as the wire does, with the same parameters, so a made-up sale is a real one.</summary>
sealed class Desk(Books books)
{
    public Books Books => books;

    public JsonObject Post(string address, params (string Name, object? Value)[] values)
    {
        var parts = address.Split('/');
        var route = StripeRoutes.All.First(candidate => candidate.Verb == "POST" && Fits(candidate.Address.Split('/'), parts));
        var form = values.Where(pair => pair.Value is not null)
            .Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(FormattableString.Invariant($"{pair.Value}"))}");
        var parameters = new Parameters(FormTree.Read(form));
        parameters.OnlyKnows(route.Known.ToList());
        var ids = route.Address.Split('/').Zip(parts).Where(pair => pair.First.StartsWith('{')).Select(pair => pair.Second).ToList();
        return route.Run(new StripeCall(books, parameters, ids));
    }

    static bool Fits(string[] pattern, string[] parts) =>
        pattern.Length == parts.Length && pattern.Zip(parts).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);
}
