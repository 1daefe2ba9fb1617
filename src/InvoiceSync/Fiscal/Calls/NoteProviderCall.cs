using InvoiceSync.Customers;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Calls;

/// <summary>Notes how a call to a provider went: Trouble says what the line or the provider did; null when it answered. IsTest is its test system. It answers until when calls rest.</summary>
[Requires("fiscal.file")]
sealed record NoteProviderCall(string Provider, string? Trouble, bool IsTest = false) : ICommand<ProviderRest>
{
    internal sealed class Handler(InvoiceSyncDb db, OutageWatch outages, TimeProvider time) : IHandle<NoteProviderCall, ProviderRest>
    {
        public async Task<ProviderRest> Handle(NoteProviderCall command, CancellationToken ct)
        {
            var health = await db.ProviderHealth.SingleOrDefaultAsync(h => h.Id == command.Provider, ct);
            if (health is null) db.Add(health = new ProviderHealth { Id = command.Provider });
            if (command.Trouble is { } why)
            {
                health.Failed(PlainText.Fit(why, 500), time.GetUtcNow(), command.IsTest);
                await outages.Failed(health, ct);
            }
            else
            {
                // The other system may have answered last, while an outage of this one is still open.
                if (health.Failures > 0 || health.IsTest != command.IsTest) await outages.Answered(command.Provider, command.IsTest, ct);
                health.Succeeded(time.GetUtcNow(), command.IsTest);
            }

            return new(health.RestsUntil, health.Failures > 0);
        }
    }
}
