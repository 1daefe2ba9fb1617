namespace InvoiceSync.Connectors.Saml;

/// <summary>What came of a SAML message: something proved, or the reason it was refused.</summary>
public abstract record SamlAnswer<T>
{
    SamlAnswer()
    {
    }

    public sealed record Proved(T What) : SamlAnswer<T>;

    public sealed record Refused(SamlFault Fault) : SamlAnswer<T>;
}
