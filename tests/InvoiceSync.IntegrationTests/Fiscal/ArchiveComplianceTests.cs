using InvoiceSync.Connectors.Archive;
using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Fiscal.Samples;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>The plain archive passes the same suite: it has no line that could break and no secret that could be wrong.</summary>
public sealed class ArchiveComplianceTests : FiscalProviderCompliance
{
    protected override Task<FiscalPractice> Open(CancellationToken ct) => Task.FromResult<FiscalPractice>(new Practice());

    sealed class Practice : FiscalPractice
    {
        readonly ServiceProvider services = new ServiceCollection().AddSingleton(TimeProvider.System).AddArchive().BuildServiceProvider();

        public override IFiscalProvider Provider => services.GetRequiredKeyedService<IFiscalProvider>(ArchiveConnector.Name);

        public override FiscalAccount Account { get; } = new(TimeProvider.System.New<TenantId>(), new Uri("http://127.0.0.1"), true, SampleInvoices.Seller.TaxId, "");

        public override bool CanBreak => false;

        public override string SomeIndex => "K-1";

        public override FiscalSubmission Good(string number)
        {
            var document = SampleInvoices.Ron with { Number = number };
            return new(UblWriter.ToBytes(document), false, false, false, FiscalStandard.Invoice) { Document = document };
        }

        public override FiscalSubmission Unfit(FiscalSubmission good) => good with { Xml = default };

        public override Task<int> Held() => Task.FromResult(0);

        public override Task<bool> Tells(string number) => Task.FromResult(false);

        public override void Pass(TimeSpan time)
        {
        }

        public override Task Break(Breakage how) => throw new InvalidOperationException("There is nothing to break.");

        public override ValueTask DisposeAsync() => services.DisposeAsync();
    }
}
