using InvoiceSync.Fiscal;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>A practice authority that judges documents and lists what it took in.</summary>
public abstract class ListedPractice : FiscalPractice
{
    /// <summary>A good token whose owner has no right over the account's tax id.</summary>
    public abstract FiscalAccount Stranger { get; }

    public abstract DateTimeOffset Now { get; }

    public IFiscalList List => (IFiscalList)Provider;

    /// <summary>Readable, and against a rule of the authority.</summary>
    public abstract FiscalSubmission Bad(string number);
}
