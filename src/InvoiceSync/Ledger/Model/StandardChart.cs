namespace InvoiceSync.Ledger.Model;

/// <summary>
/// The numbers of the general chart of accounts (OMFP 1802/2014). Card payments wait in 5125, sums being settled, until the
/// bank has them; who sells goods and not services calls revenue 707.
/// </summary>
static class StandardChart
{
    public static string CodeOf(AccountRole role) => role switch
    {
        AccountRole.Receivable => "4111",
        AccountRole.CustomerCredits => "419",
        AccountRole.VatCollected => "4427",
        AccountRole.Bank => "5121",
        AccountRole.Cash => "5311",
        AccountRole.CardSettlement => "5125",
        AccountRole.Revenue => "704",
        AccountRole.Fees => "627",
        AccountRole.WriteOff => "654",
        AccountRole.RoundingLoss => "658",
        AccountRole.RoundingGain => "758",
        AccountRole.ExchangeLoss => "665",
        AccountRole.ExchangeGain => "765",
        AccountRole.OpeningEquity => "117",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
