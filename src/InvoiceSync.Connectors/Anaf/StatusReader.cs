using InvoiceSync.Fiscal;

namespace InvoiceSync.Connectors.Anaf;

/// <summary>Reads stareMesaj. A text without a state is an error of the question, never of the invoice.</summary>
static class StatusReader
{
    public static StatusAnswer Read(AnafReply reply) => AnafTrouble.In(reply) switch
    {
        AnafTrouble.Denied denied => new StatusAnswer.Denied(denied.Why),
        AnafTrouble.NoRight no => new StatusAnswer.Denied(no.Why),
        AnafTrouble.Limited limited => new StatusAnswer.Limited(limited.Per, limited.After),
        AnafTrouble.Unavailable down => new StatusAnswer.Unavailable(down.Why),
        _ => Read(((AnafReply.Answered)reply).Body),
    };

    static StatusAnswer Read(byte[] body) => AnafBody.KindOf(body) switch
    {
        BodyKind.Xml when AnafHeader.Read(body) is { } header =>
            header["stare"] is { } state ? State(state, header["id_descarcare"]) : Text(string.Join(" ", header.Errors)),
        BodyKind.Json when AnafJson.Read(body)?.Refusal() is { } text => Text(text),
        _ => new StatusAnswer.Unavailable("ANAF's answer about the state could not be read."),
    };

    static StatusAnswer State(string state, string? download) => (state.ToLowerInvariant(), download) switch
    {
        ("in prelucrare", _) => new StatusAnswer.Processing(),
        ("ok", { Length: > 0 }) => new StatusAnswer.Accepted(download),
        ("nok", { Length: > 0 }) => new StatusAnswer.Refused(download),
        ("xml cu erori nepreluat de sistem", _) => new StatusAnswer.NotTakenIn(),
        _ => new StatusAnswer.Unavailable($"ANAF named a state we do not know: {state}."),
    };

    static StatusAnswer Text(string text) => AnafText.KindOf(text) switch
    {
        TextKind.DailyLimit => new StatusAnswer.Limited(FiscalLimit.Day, null),
        TextKind.NoRightAtAll => new StatusAnswer.Denied(text),
        TextKind.NoRight or TextKind.NotKnown => new StatusAnswer.Unknown(text),
        // An unrecognised text must not pass for "no such index": somebody might send the invoice again.
        _ => new StatusAnswer.Unavailable(text.Length == 0 ? "ANAF named no state." : text),
    };
}
