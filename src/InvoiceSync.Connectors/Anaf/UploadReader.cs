using System.Net;
using InvoiceSync.Fiscal;

namespace InvoiceSync.Connectors.Anaf;

/// <summary>Reads the answer of an upload. Only what ANAF clearly said counts; the rest is in doubt, never a failure.</summary>
static class UploadReader
{
    public static SubmitAnswer Read(AnafReply reply, DateTimeOffset now) => reply switch
    {
        AnafReply.Held held => new SubmitAnswer.Limited(held.After),
        AnafReply.NotSent not => new SubmitAnswer.NotSent(not.Why),
        AnafReply.Lost lost => new SubmitAnswer.InDoubt(lost.Why),
        AnafReply.Answered answered => Read(answered, now),
        _ => throw new InvalidOperationException($"An unknown reply: {reply.GetType().Name}"),
    };

    static SubmitAnswer Read(AnafReply.Answered reply, DateTimeOffset now) => AnafTrouble.In(reply) switch
    {
        AnafTrouble.Denied denied => new SubmitAnswer.Denied(denied.Why),
        AnafTrouble.NoRight no => new SubmitAnswer.Rejected(RejectionKind.NoRight, [no.Why]),
        AnafTrouble.Limited limited => new SubmitAnswer.Limited(limited.After),
        AnafTrouble.Unavailable down => new SubmitAnswer.InDoubt(down.Why),
        _ => AnafBody.KindOf(reply.Body) switch
        {
            BodyKind.Xml when AnafHeader.Read(reply.Body) is { } header => Read(header, now),
            BodyKind.Json when reply.Status == HttpStatusCode.BadRequest && AnafJson.Read(reply.Body)?.Refusal() is { } text =>
                Rejected([text]),
            _ => new SubmitAnswer.InDoubt("ANAF's answer to the upload could not be read."),
        },
    };

    static SubmitAnswer Read(AnafHeader header, DateTimeOffset now) => (header["ExecutionStatus"], header["index_incarcare"]) switch
    {
        ("0", { Length: > 0 } index) when index.All(char.IsAsciiDigit) =>
            new SubmitAnswer.Received(index, AnafTime.Read(header["dateResponse"]) ?? now),
        ("1", null or "") => Rejected(header.Errors),
        _ => new SubmitAnswer.InDoubt("ANAF's answer to the upload contradicts itself."),
    };

    static SubmitAnswer.Rejected Rejected(IReadOnlyList<string> errors)
    {
        var kinds = errors.Select(AnafText.KindOf).ToHashSet();
        var kind = kinds.Contains(TextKind.NoRight) || kinds.Contains(TextKind.NoRightAtAll) ? RejectionKind.NoRight
            : kinds.Contains(TextKind.DailyLimit) ? RejectionKind.DailyLimit
            : kinds.Contains(TextKind.Technical) || errors.Count == 0 ? RejectionKind.Technical
            : RejectionKind.FixData;
        return new SubmitAnswer.Rejected(kind, errors);
    }
}
