using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace InvoiceSync.Connectors.SmartBill;

/// <summary>Reads meaning into an answer: status first, then errorText, which makes a refusal of a 200 as well.</summary>
static class SmartBillReading
{
    // "Ați depășit limita de apeluri": who asks on is left out for ten minutes.
    static readonly TimeSpan Block = TimeSpan.FromMinutes(10);

    /// <summary>How long everybody of the account must be silent; null when nobody must.</summary>
    public static TimeSpan? BlockIn(SmartBillReply reply) => reply switch
    {
        SmartBillReply.Answered { Status: HttpStatusCode.TooManyRequests } busy => busy.RetryAfter ?? TimeSpan.FromSeconds(1),
        SmartBillReply.Answered { Status: HttpStatusCode.Forbidden } barred when IsBlock(barred.Body) => barred.RetryAfter ?? Block,
        _ => null,
    };

    public static SmartBillAnswer<T> Of<T>(SmartBillReply reply, JsonTypeInfo<T> type, Func<T, string?> refusal) => Trouble<T>(reply) ?? Read((SmartBillReply.Answered)reply, type, refusal);

    public static SmartBillAnswer<byte[]> Pdf(SmartBillReply reply)
    {
        if (reply is SmartBillReply.Answered { Status: HttpStatusCode.OK } ok && ok.Body.AsSpan().StartsWith("%PDF"u8)) return new SmartBillAnswer<byte[]>.Said(ok.Body);
        return Of(reply, SmartBillJson.Default.SmartBillMade, said => said.ErrorText) switch
        {
            SmartBillAnswer<SmartBillMade>.Refused(var text) => new SmartBillAnswer<byte[]>.Refused(text),
            SmartBillAnswer<SmartBillMade>.Denied(var why) => new SmartBillAnswer<byte[]>.Denied(why),
            SmartBillAnswer<SmartBillMade>.Limited(var after) => new SmartBillAnswer<byte[]>.Limited(after),
            SmartBillAnswer<SmartBillMade>.NotSent(var why) => new SmartBillAnswer<byte[]>.NotSent(why),
            SmartBillAnswer<SmartBillMade>.Unclear(var why) => new SmartBillAnswer<byte[]>.Unclear(why),
            _ => new SmartBillAnswer<byte[]>.Unclear("SmartBill answered with something that is no PDF."),
        };
    }

    static SmartBillAnswer<T>? Trouble<T>(SmartBillReply reply) => reply switch
    {
        SmartBillReply.Held held => new SmartBillAnswer<T>.Limited(held.After),
        SmartBillReply.NotSent not => new SmartBillAnswer<T>.NotSent(not.Why),
        SmartBillReply.Lost lost => new SmartBillAnswer<T>.Unclear(lost.Why),
        _ when BlockIn(reply) is { } block => new SmartBillAnswer<T>.Limited(block),
        SmartBillReply.Answered { Status: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } no =>
            new SmartBillAnswer<T>.Denied(ErrorIn(no.Body) ?? $"SmartBill refused the e-mail and token ({(int)no.Status})."),
        SmartBillReply.Answered { Status: HttpStatusCode.OK or HttpStatusCode.BadRequest } => null,
        SmartBillReply.Answered other => new SmartBillAnswer<T>.Unclear($"SmartBill answered {(int)other.Status}."),
        _ => throw new InvalidOperationException($"An unknown reply: {reply.GetType().Name}"),
    };

    static SmartBillAnswer<T> Read<T>(SmartBillReply.Answered reply, JsonTypeInfo<T> type, Func<T, string?> refusal)
    {
        if (reply.Status == HttpStatusCode.BadRequest)
            return ErrorIn(reply.Body) is { } why ? new SmartBillAnswer<T>.Refused(why) : new SmartBillAnswer<T>.Unclear("SmartBill answered 400 with something unreadable.");
        try
        {
            if (JsonSerializer.Deserialize(reply.Body, type) is not { } said) return new SmartBillAnswer<T>.Unclear("SmartBill answered with nothing.");
            return refusal(said) is { Length: > 0 } text ? new SmartBillAnswer<T>.Refused(text) : new SmartBillAnswer<T>.Said(said);
        }
        catch (JsonException)
        {
            return new SmartBillAnswer<T>.Unclear("SmartBill answered with something unreadable.");
        }
    }

    static string? ErrorIn(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, SmartBillJson.Default.SmartBillMade)?.ErrorText is { Length: > 0 } text ? text : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static bool IsBlock(byte[] body) =>
        Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 1024))) is var text
        && (text.Contains("limit", StringComparison.OrdinalIgnoreCase) || text.Contains("bloc", StringComparison.OrdinalIgnoreCase));
}
