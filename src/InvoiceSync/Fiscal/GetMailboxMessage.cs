using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>A message of the mailbox with all we know of it: files, seal, our answers, and the invoice of ours it tells of.</summary>
[Requires("fiscal.file")]
public sealed record GetMailboxMessage(MailboxMessageId Message) : IQuery<GetMailboxMessage.View>
{
    /// <summary>SealFits is null when the seal does not show what it covers.</summary>
    public sealed record View(
        ListMailbox.Row Row, string AuthorityId, string Details, string? Sha256, DateTimeOffset? KeptAt, bool? SealFits, IReadOnlyList<MailboxFormat> Files, IReadOnlyList<Answer> Answers, InvoiceId? Invoice)
    {
        public bool MayAnswer => Row is { Kind: FiscalMessageKind.Received, State: MailboxState.Kept };
    }

    public sealed record Answer(int Number, string Text, AnswerState State, string? Problem, DateTimeOffset At);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetMailboxMessage, View>
    {
        public async Task<View> Handle(GetMailboxMessage query, CancellationToken ct)
        {
            var m = Rule.Found(await db.MailboxMessages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == query.Message, ct), MailboxErrors.NotFound);
            var files = await db.MailboxFiles.Where(f => f.MessageId == m.Id).Select(f => f.Format).ToListAsync(ct);
            var answers = await db.SupplierAnswers.AsNoTracking().Where(a => a.MessageId == m.Id).OrderBy(a => a.Number)
                .Select(a => new Answer(a.Number, a.Text, a.State, a.Problem, a.At)).ToListAsync(ct);
            var invoice = m.Kind == FiscalMessageKind.Received ? null
                : await db.Filings.Where(f => f.Attempts.Any(a => a.Index == m.Index)).Select(f => (InvoiceId?)f.InvoiceId).FirstOrDefaultAsync(ct);
            return new(
                new(m.Id, m.Kind, m.State, m.Test, m.CreatedAt, m.ReadAt != null, m.Index, m.Sender, m.SenderTaxId, m.Number, m.IssuedOn, m.Total, m.Currency, m.Text),
                m.AuthorityId, m.Details, m.Sha256, m.KeptAt, m.SealFits, [.. files.Order()], answers, invoice);
        }
    }
}
