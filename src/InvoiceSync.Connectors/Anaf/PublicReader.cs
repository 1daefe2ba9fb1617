using System.Text.Json;
using InvoiceSync.Fiscal;

namespace InvoiceSync.Connectors.Anaf;

/// <summary>Reads what the public host answers. A firewall stands before it that takes some invoices for attacks and answers 200 with a web page.</summary>
static class PublicReader
{
    public static PaperPrint Print(AnafReply reply)
    {
        if (reply is AnafReply.Answered { Status: System.Net.HttpStatusCode.OK } answered && answered.Body.AsSpan().StartsWith("%PDF-"u8)) return new PaperPrint.Pdf(answered.Body);
        if (Trouble(reply) is { } why) return new PaperPrint.Unavailable(why);
        return AnafJson.Read(((AnafReply.Answered)reply).Body) is { } json && json.Text("stare") == "nok"
            ? Refused(Messages(json))
            : new PaperPrint.Unavailable("ANAF answered with neither a PDF nor a reason.");
    }

    static PaperPrint Refused(IReadOnlyList<string> errors) =>
        errors.Any(error => AnafText.KindOf(error) == TextKind.Technical) ? new PaperPrint.Unavailable(string.Join(' ', errors)) : new PaperPrint.Refused(errors);

    public static SealAnswer Seal(AnafReply reply)
    {
        if (Trouble(reply) is { } why) return new SealAnswer.Unavailable(why);
        return AnafJson.Read(((AnafReply.Answered)reply).Body)?.Text("msg") switch
        {
            { } text when text.Contains("NU au putut fi valid", StringComparison.OrdinalIgnoreCase) => new SealAnswer.Broken(text),
            { } text when text.Contains("au fost validate cu succes", StringComparison.OrdinalIgnoreCase) => new SealAnswer.Genuine(text),
            { } text => new SealAnswer.Unavailable(text),
            _ => new SealAnswer.Unavailable("ANAF's answer about the seal could not be read."),
        };
    }

    static string? Trouble(AnafReply reply) => AnafTrouble.In(reply) switch
    {
        null => null,
        AnafTrouble.Unavailable down => down.Why,
        AnafTrouble.Limited => "ANAF has had enough calls for now.",
        AnafTrouble.Denied denied => denied.Why,
        AnafTrouble.NoRight no => no.Why,
        var other => throw new InvalidOperationException($"An unknown trouble: {other.GetType().Name}"),
    };

    static IReadOnlyList<string> Messages(JsonElement json) =>
        json.TryGetProperty("Messages", out var messages) && messages.ValueKind == JsonValueKind.Array
            ? [.. messages.EnumerateArray().Select(m => m.Text("message")).OfType<string>()]
            : [];
}
