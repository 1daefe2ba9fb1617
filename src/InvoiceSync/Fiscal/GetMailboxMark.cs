using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>Until when the mailbox has been read; null before the first time.</summary>
[Requires("fiscal.file")]
public sealed record GetMailboxMark(bool Test) : IQuery<DateTimeOffset?>
{
    internal static string NameOf(bool test) => test ? "test" : "prod";

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetMailboxMark, DateTimeOffset?>
    {
        public Task<DateTimeOffset?> Handle(GetMailboxMark query, CancellationToken ct)
        {
            var name = NameOf(query.Test);
            return db.MailboxMarks.Where(m => m.Id == name).Select(m => (DateTimeOffset?)m.ReadTo).SingleOrDefaultAsync(ct);
        }
    }
}
