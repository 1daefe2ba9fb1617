using InvoiceSync.Customers;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>One page of the authority's mailbox, newest first. Search matches the start of a sender's name or tax id, of a number or of an index.</summary>
[Requires("fiscal.file")]
public sealed record ListMailbox(FiscalMessageKind? Kind = null, bool Unread = false, string? Search = null, PageKey? After = null, int Take = 50) : IQuery<Page<ListMailbox.Row>>
{
    const int Most = 200;
    const int LongestSearch = 100;

    public Between<DateTimeOffset>? Created { get; init; }

    public bool OldestFirst { get; init; }

    public sealed record Row(
        MailboxMessageId Id, FiscalMessageKind Kind, MailboxState State, bool Test, DateTimeOffset CreatedAt, bool IsRead, string Index, string? Sender, string? SenderTaxId,
        string? Number, DateOnly? IssuedOn, decimal? Total, string? Currency, string? Text);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListMailbox, Page<Row>>
    {
        public async Task<Page<Row>> Handle(ListMailbox query, CancellationToken ct)
        {
            var take = Math.Clamp(query.Take, 1, Most);
            var messages = Found(db.MailboxMessages.AsNoTracking(), query.Search);
            if (query.Kind is { } kind) messages = messages.Where(m => m.Kind == kind);
            if (query.Unread) messages = messages.Where(m => m.ReadAt == null);
            messages = messages.Within(m => m.CreatedAt, query.Created);
            if (query.After is { } after) messages = db.Dialect.Beyond(messages, after.At, after.Id, !query.OldestFirst, m => m.CreatedAt, m => m.Id);
            messages = query.OldestFirst ? messages.OrderBy(m => m.CreatedAt).ThenBy(m => m.Id) : messages.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id);
            var found = await messages.Take(take + 1).Select(m => new Row(
                m.Id, m.Kind, m.State, m.Test, m.CreatedAt, m.ReadAt != null, m.Index, m.Sender, m.SenderTaxId, m.Number, m.IssuedOn, m.Total, m.Currency, m.Text)).ToListAsync(ct);
            var rows = found.Take(take).ToList();
            return new(rows, found.Count > take ? new(rows[^1].CreatedAt, rows[^1].Id.Value) : null);
        }

        IQueryable<MailboxMessage> Found(IQueryable<MailboxMessage> messages, string? search)
        {
            if (search?.Trim() is not { Length: > 0 and <= LongestSearch } text) return messages;
            var (name, number) = (FoldedText.Of(text), VatNumber.Normalize(text));
            return name.Length == 0 ? messages.Where(m => false) : db.Dialect.Beginning(
                messages, (m => m.SearchName, name), (m => m.Number, text), (m => m.SenderTaxId, number), (m => m.SenderTaxId, $"RO{number}"), (m => m.Index, text));
        }
    }
}
