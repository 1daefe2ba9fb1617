using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>Says by which rules sales become invoices from now on. What was issued stays as it is; what waits for a person may be tried again. With a version it is refused when somebody else was faster.</summary>
[Requires("integration.manage")]
public sealed record SaveMappingRules(MappingRules Rules, long? Version = null) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<SaveMappingRules, Done>
    {
        const int MostFields = 30;
        const int LongestKey = 40; // of Stripe's metadata
        const int LongestLaw = 100; // BR-RO-L1019

        public async Task<Done> Handle(SaveMappingRules command, CancellationToken ct)
        {
            var rules = Tidied(command.Rules);
            Rule.Require(rules.Fields.Count <= MostFields && rules.Fields.All(f => f.Key.Length is > 0 and <= LongestKey && Enum.IsDefined(f.To)), MappingErrors.KeyWrong);
            Rule.Require(rules.Fields.DistinctBy(f => f.Key, StringComparer.OrdinalIgnoreCase).Count() == rules.Fields.Count, MappingErrors.KeyWrong);
            Rule.Require(PlainText.Length(rules.ExemptionLaw) <= LongestLaw, MappingErrors.LawTooLong);

            var kept = await db.MappingSettings.SingleOrDefaultAsync(ct);
            Rule.Require(command.Version is null || command.Version == (kept?.Version ?? 0), Aggregate.Changed);
            if (kept is null) db.Add(new MappingSettings { Rules = rules });
            else kept.Rules = rules;
            return default;
        }

        static MappingRules Tidied(MappingRules rules) => rules with
        {
            ExemptionLaw = PlainText.Tidy(rules.ExemptionLaw) is { Length: > 0 } law ? law : null,
            Fields = [.. rules.Fields.Select(f => f with { Key = f.Key.Trim() })],
        };
    }
}
