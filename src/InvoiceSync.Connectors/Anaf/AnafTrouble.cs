using System.Net;
using InvoiceSync.Fiscal;

namespace InvoiceSync.Connectors.Anaf;

/// <summary>What can be wrong with any answer before its own text is read: the token, the pace, or ANAF itself.</summary>
abstract record AnafTrouble
{
    public sealed record Denied(string Why) : AnafTrouble;

    public sealed record NoRight(string Why) : AnafTrouble;

    public sealed record Limited(FiscalLimit Per, TimeSpan? After) : AnafTrouble;

    public sealed record Unavailable(string Why) : AnafTrouble;

    /// <summary>Null when the body is worth reading.</summary>
    public static AnafTrouble? In(AnafReply reply) => reply switch
    {
        AnafReply.Held held => new Limited(held.Per, held.After),
        AnafReply.NotSent not => new Unavailable(not.Why),
        AnafReply.Lost lost => new Unavailable(lost.Why),
        AnafReply.Answered answered => In(answered),
        _ => throw new InvalidOperationException($"An unknown reply: {reply.GetType().Name}"),
    };

    static AnafTrouble? In(AnafReply.Answered reply) => reply.Status switch
    {
        HttpStatusCode.Unauthorized => new Denied("ANAF refused the token (401)."),
        // Answered for a right missing in SPV and for a wrong path alike.
        HttpStatusCode.Forbidden => new NoRight("ANAF allows no access with this token (403)."),
        HttpStatusCode.TooManyRequests => new Limited(FiscalLimit.Minute, reply.RetryAfter),
        >= (HttpStatusCode)300 and < (HttpStatusCode)400 =>
            new Unavailable($"ANAF is under maintenance: {(int)reply.Status} to {HostOf(reply.MovedTo)}."),
        HttpStatusCode.OK or HttpStatusCode.BadRequest => InBody(reply.Body),
        _ => new Unavailable($"ANAF answered {(int)reply.Status}."),
    };

    static Unavailable? InBody(byte[] body) => AnafBody.KindOf(body) switch
    {
        BodyKind.Empty => new Unavailable("ANAF answered with an empty body."),
        BodyKind.Html => new Unavailable(AnafBody.IsFirewall(body)
            ? "ANAF's firewall answered instead of ANAF (Request Rejected)."
            : "ANAF answered with a web page."),
        BodyKind.Other => new Unavailable("ANAF answered with something unreadable."),
        _ => null,
    };

    static string HostOf(Uri? address) => address is { IsAbsoluteUri: true } ? address.Host : "another page";
}
