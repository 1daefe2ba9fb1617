using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Says from which networks the company's people may come in. A list without the caller's own address is refused.</summary>
[Requires("settings.manage")]
[StepUp]
public sealed record SaveNetworks(bool OnlyThese, IReadOnlyList<string> Networks) : ICommand<Done>
{
    const int Most = 200;

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<SaveNetworks, Done>
    {
        public async Task<Done> Handle(SaveNetworks command, CancellationToken ct)
        {
            Rule.Require(command.Networks.Count <= Most, EntryErrors.NetworksTooMany);
            List<AddressRange> ranges = [];
            foreach (var text in command.Networks)
            {
                var range = AddressRange.Read(text);
                Rule.Require(range is not null, EntryErrors.NetworkInvalid(text.Length <= 60 ? text : text[..60]));
                ranges.Add(range.Value);
            }

            var rules = await db.EntryRules.SingleOrDefaultAsync(ct);
            if (rules is null) db.Add(rules = new EntryRules());
            rules.Allow(command.OnlyThese, ranges, who.Caller.IsSystem ? null : who.Caller.Address ?? "");
            return default;
        }
    }
}
