namespace InvoiceSync.IntegrationTests.Fiscal;

public sealed class SmartBillComplianceTests : FiscalProviderCompliance
{
    protected override async Task<FiscalPractice> Open(CancellationToken ct) => await SmartBillPractice.Open(ct);
}
