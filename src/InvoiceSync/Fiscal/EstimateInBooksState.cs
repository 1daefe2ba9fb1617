namespace InvoiceSync.Fiscal;

/// <summary>How far a pro-forma has come on its way into a provider's books. While Calling nobody knows yet; Asks waits for a person, Refused for a cure.</summary>
public enum EstimateInBooksState
{
    Waits,
    Calling,
    There,
    Asks,
    Refused,
}
