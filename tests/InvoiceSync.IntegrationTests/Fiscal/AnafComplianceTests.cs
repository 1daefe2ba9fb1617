namespace InvoiceSync.IntegrationTests.Fiscal;

public sealed class AnafComplianceTests : FiscalProviderCompliance
{
    protected override async Task<FiscalPractice> Open(CancellationToken ct) => await AnafPractice.Open(ct);
}
