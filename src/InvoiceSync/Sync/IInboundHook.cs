namespace InvoiceSync.Sync;

/// <summary>
/// How a provider's notices are checked and read. Pure and fast: no call leaves from here, so a hook can verify, store and
/// answer. Connectors register it under their provider name.
/// </summary>
public interface IInboundHook
{
    string Provider { get; }

    /// <summary>Checks the raw bytes as received: anything that decoded or re-wrote the body breaks the signature.</summary>
    HookVerdict Verify(ReadOnlySpan<byte> body, string? signatureHeader, IReadOnlyList<string> secrets, DateTimeOffset now);

    HookReading Read(ReadOnlySpan<byte> body);

    HookMeaning Explain(HookEnvelope envelope);
}

/// <summary>Whether a notice is genuine. Everything but Genuine is answered 400 and not stored.</summary>
public enum HookVerdict
{
    Genuine,
    SignatureMissing,
    SignatureWrong,
    TooOld,
    FromTheFuture,
}

/// <summary>The envelope found in a body, or why there is none.</summary>
public abstract record HookReading
{
    HookReading()
    {
    }

    public sealed record Envelope(HookEnvelope Value) : HookReading;

    public sealed record Unreadable(string Why) : HookReading;
}
