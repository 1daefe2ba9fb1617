namespace InvoiceSync.Webhooks;

/// <summary>Posts signed messages to addresses that companies chose: public ones over https only, no redirects followed.</summary>
public interface IHookLine
{
    bool MayCall(Uri address);

    Task<HookReply> Post(Uri address, string secret, HookMessage message, CancellationToken ct);
}

/// <summary>One message as JSON. Its id is the same with each try, so that a receiver knows a repeat; At is when this try is made.</summary>
public sealed record HookMessage(string Id, DateTimeOffset At, string Body);

/// <summary>The answer's status, or one word why there was none.</summary>
public sealed record HookReply(int? Status, string? Problem)
{
    public bool IsTaken => Status is >= 200 and < 300;
}
