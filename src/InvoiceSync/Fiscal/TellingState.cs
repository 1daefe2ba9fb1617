namespace InvoiceSync.Fiscal;

/// <summary>How far a payment has come on its way into a provider's books. While Calling nobody knows yet; Asks waits for a person, Refused for a cure.</summary>
public enum TellingState
{
    Away,
    Calling,
    There,
    Asks,
    Refused,
}
