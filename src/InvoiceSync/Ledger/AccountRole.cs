namespace InvoiceSync.Ledger;

/// <summary>The job an account does, whatever a company calls it. One account each; the name is stored, so it is never renamed.</summary>
public enum AccountRole
{
    Receivable,
    CustomerCredits,
    VatCollected,
    Bank,
    Cash,
    CardSettlement,
    Revenue,
    Fees,
    WriteOff,
    RoundingLoss,
    RoundingGain,
    ExchangeLoss,
    ExchangeGain,
    OpeningEquity,
}
