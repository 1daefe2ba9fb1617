using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>To which addresses checkpoints are mailed, and the last one that was.</summary>
[Requires("audit.read")]
public sealed record GetAnchorMail : IQuery<GetAnchorMail.View>
{
    /// <summary>Size is the number of entries of the last checkpoint that was mailed; 0 when none was.</summary>
    public sealed record View(IReadOnlyList<string> Addresses, string Language, long Size, DateTimeOffset? MailedAt);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetAnchorMail, View>
    {
        public async Task<View> Handle(GetAnchorMail query, CancellationToken ct)
        {
            var mails = await db.AnchorMails.AsNoTracking().SingleOrDefaultAsync(ct) ?? new();
            var told = await db.Anchored.AsNoTracking().SingleOrDefaultAsync(a => a.Place == AnchorMails.Place, ct);
            return new(mails.Addresses, mails.Language, told?.Size ?? 0, told?.At);
        }
    }
}
