namespace InvoiceSync.IntegrationTests.Fiscal;

public sealed class AnafComplianceTests : ListedProviderCompliance
{
    protected override async Task<FiscalPractice> Open(CancellationToken ct) => await AnafPractice.Open(ct);
}
