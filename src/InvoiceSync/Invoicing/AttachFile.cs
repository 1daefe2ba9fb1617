using System.Buffers;
using System.Globalization;
using InvoiceSync.Customers;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Puts a file to a draft; it goes with the invoice the draft becomes, and from then on none is added or taken away.</summary>
[Requires("invoice.draft")]
public sealed record AttachFile(InvoiceId Draft, string Name, byte[] Content) : ICommand<AttachmentId>
{
    /// <summary>In bytes: of one file, and of all of an invoice.</summary>
    public const int Largest = 5 << 20;
    public const int LargestTogether = 10 << 20;
    public const int Most = 10;

    public override string ToString() => $"AttachFile {{ Draft = {Draft} }}";

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<AttachFile, AttachmentId>
    {
        static readonly SearchValues<char> Forbidden = SearchValues.Create("\\/:*?\"<>|");

        public async Task<AttachmentId> Handle(AttachFile command, CancellationToken ct)
        {
            var (name, size) = (PlainName(command.Name), command.Content.Length);
            var draft = await db.DraftToEnclose(command.Draft, who.Caller, ct);
            Rule.Require(size <= Largest, AttachmentErrors.TooLarge);
            var kind = AttachmentContent.KindOf(name, command.Content);
            var there = await db.Attachments.Where(a => a.Invoice == draft.Id).Select(a => new { a.Name, a.Size }).ToListAsync(ct);
            Rule.Require(there.Count < Most, AttachmentErrors.TooMany);
            Rule.Require(there.TrueForAll(a => !a.Name.Equals(name, StringComparison.OrdinalIgnoreCase)), AttachmentErrors.NameTaken);
            Rule.Require(there.Sum(a => a.Size) + size <= LargestTogether, AttachmentErrors.TooLarge);

            var file = new Attachment { Id = time.New<AttachmentId>(), Invoice = draft.Id, Name = name, Kind = kind, Size = size, Bytes = command.Content, AddedAt = time.GetUtcNow() };
            db.Add(file);
            db.Note(new("attachment.added", "draft", $"{draft.Id}") { Details = new Dictionary<string, string> { ["file"] = name } });
            return file.Id;
        }

        // It becomes the name of a file on other people's disks: no folders, no line ends, nothing that turns the reading direction.
        static string PlainName(string typed)
        {
            var name = PlainText.Tidy(typed);
            Rule.Require(name.Length is > 0 and <= Attachment.LongestName && !name.AsSpan().ContainsAny(Forbidden) && !name.Any(IsInvisible) && name[0] != '.', AttachmentErrors.NameInvalid);
            return name;
        }

        static bool IsInvisible(char c) => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
    }
}
