using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Ledger.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Ledger;

/// <summary>Gives an account the company's own number and name; an empty name is the standard one again. Entries keep their account.</summary>
[Requires("ledger.post")]
public sealed record RenameAccount(AccountRole Account, string Code, string? Name) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<RenameAccount, Done>
    {
        public async Task<Done> Handle(RenameAccount command, CancellationToken ct)
        {
            var (code, name) = (command.Code.Trim(), string.IsNullOrWhiteSpace(command.Name) ? null : command.Name.Trim());
            Rule.Require(Enum.IsDefined(command.Account) && IsNumber(code), LedgerErrors.CodeInvalid);
            Rule.Require(name is not { Length: > 80 }, LedgerErrors.NameInvalid);
            var own = await db.Accounts.ToDictionaryAsync(a => a.Role, ct);
            Rule.Require(Enum.GetValues<AccountRole>().Where(r => r != command.Account).All(r => CodeOf(r) != code), LedgerErrors.CodeTaken);

            var was = (Code: CodeOf(command.Account), Name: own.GetValueOrDefault(command.Account)?.Name);
            if (was == (code, name)) return default;
            if (own.TryGetValue(command.Account, out var mine)) (mine.Code, mine.Name) = (code, name);
            else db.Add(new Account { Role = command.Account, Code = code, Name = name });
            db.Note(new("account.renamed", "account", command.Account.ToString()) { Changes = [new("Code", was.Code, code), new("Name", was.Name ?? "", name ?? "")] });
            return default;

            string CodeOf(AccountRole role) => own.GetValueOrDefault(role)?.Code ?? StandardChart.CodeOf(role);
        }

        static bool IsNumber(string code) => code is { Length: > 0 and <= 20 } && char.IsAsciiLetterOrDigit(code[0]) && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
    }
}
