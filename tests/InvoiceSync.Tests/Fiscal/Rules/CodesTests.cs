using InvoiceSync.Fiscal.Rules;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.Tests.Fiscal.Rules;

public sealed class CodesTests
{
    [Fact]
    public void Currencies_means_of_payment_reasons_of_charges_and_exemptions_are_exactly_those_ANAF_takes()
    {
        Assert.Equal(Accepted("accepted-currency-bt5.csv"), Codes.Currencies.Order(StringComparer.Ordinal));
        Assert.Equal(Accepted("accepted-payment-means-untdid4461.csv"), Codes.PaymentMeans.Order(StringComparer.Ordinal));
        Assert.Equal(Accepted("accepted-charge-reason-untdid7161.csv"), Codes.ChargeReasons.Order(StringComparer.Ordinal));
        Assert.Equal(Accepted("accepted-vatex.csv"), Codes.Exemptions.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_unit_of_ours_is_one_ANAF_takes() => Assert.Empty(Codes.Units.Except(Accepted("accepted-unit-rec20-21.csv")));

    static IEnumerable<string> Accepted(string file) =>
        File.ReadLines(FiscalData.Folder("codelists", file)).Skip(1).Select(line => line.Split(','))
            .Where(cells => cells[1] == "1").Select(cells => cells[0]).Order(StringComparer.Ordinal);
}
