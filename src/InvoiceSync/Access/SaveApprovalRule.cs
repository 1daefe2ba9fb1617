using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Makes a rule that asks for approval or, with an id, changes it. Conditions left empty always hold; the amount is in RON.</summary>
[Requires("settings.manage")]
public sealed record SaveApprovalRule(ApprovalRuleId? Rule, string Name, ApprovalKind Kind, decimal? Above, string? Currency, string? Customer, string? Creator) : ICommand<ApprovalRuleId>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<SaveApprovalRule, ApprovalRuleId>
    {
        const int Most = 100;

        public async Task<ApprovalRuleId> Handle(SaveApprovalRule command, CancellationToken ct)
        {
            Kernel.Rule.Require(command.Name.Trim().Length is > 0 and <= 100, ApprovalErrors.RuleNameMissing);
            Kernel.Rule.Require(command.Above is null or >= 0, ApprovalErrors.RuleAmountInvalid);
            Kernel.Rule.Require(command.Currency is null || command.Currency.Length == 3 && command.Currency.All(char.IsAsciiLetterUpper), ApprovalErrors.CurrencyUnknown);
            var rule = command.Rule is { } id
                ? Kernel.Rule.Found(await db.ApprovalRules.SingleOrDefaultAsync(r => r.Id == id, ct), ApprovalErrors.RuleNotFound)
                : new ApprovalRule { Id = time.New<ApprovalRuleId>(), Name = command.Name };
            if (command.Rule is null)
            {
                Kernel.Rule.Require(await db.ApprovalRules.CountAsync(ct) < Most, ApprovalErrors.RulesTooMany);
                db.Add(rule);
            }

            (rule.Name, rule.Kind, rule.Above) = (command.Name.Trim(), command.Kind, command.Above);
            (rule.Currency, rule.Customer, rule.Creator) = (command.Currency is { } code ? new Currency(code) : null, Given(command.Customer), Given(command.Creator));
            return rule.Id;
        }

        static string? Given(string? text) => text?.Trim() is { Length: > 0 } given ? given[..Math.Min(given.Length, 255)] : null;
    }
}
