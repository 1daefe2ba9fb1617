using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>
/// Chooses where invoices are filed from now on, while none is on its way: anaf, smartbill or archive. What is filed stays where it is,
/// and what is held for a while yet goes where it was meant to go.
/// </summary>
[Requires("settings.manage")]
[StepUp]
public sealed record ChooseProvider(string Provider) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, FiscalProviders providers, TimeProvider time) : IHandle<ChooseProvider, Done>
    {
        public async Task<Done> Handle(ChooseProvider command, CancellationToken ct)
        {
            var wanted = Rule.Found(providers.Find(command.Provider), FilingErrors.ProviderUnknown);
            var settings = await db.FilingSettings.SingleOrDefaultAsync(ct);
            var before = settings?.Provider ?? FiscalDoor.Anaf;
            if (before != wanted.Name)
            {
                Rule.Require(!await db.Filings.AnyAsync(FilingStates.UnderWay(time.GetUtcNow()), ct), FilingErrors.InFlight);
                Rule.Require(wanted.Secret is not { } secret || await Holds(wanted.Name, secret, ct), FilingErrors.ProviderUnconnected);
                db.Note(new("filing.provider_chosen", "company", "") { Details = new Dictionary<string, string> { ["before"] = before, ["after"] = wanted.Name } });
            }

            if (settings is null) db.Add(settings = new());
            settings.Provider = wanted.Name;
            return default;
        }

        async Task<bool> Holds(string provider, string secret, CancellationToken ct) =>
            (await dispatcher.Ask(new GetConnections(), ct)).OrThrow().Any(c => c.Provider == provider && c.SecretsKept.Contains(secret));
    }
}
