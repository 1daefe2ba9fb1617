namespace InvoiceSync.Fiscal;

/// <summary>What a finding means for the document.</summary>
public enum XmlSeverity
{
    /// <summary>ANAF refuses the document.</summary>
    Fatal,

    /// <summary>ANAF's rules warn and let it pass.</summary>
    Warning,

    /// <summary>Beyond the official check: its dead rules and what it cannot see, told because a person should look.</summary>
    Advice,
}
