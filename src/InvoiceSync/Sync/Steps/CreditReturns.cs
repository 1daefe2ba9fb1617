using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Sync.Steps;

/// <summary>
/// Takes back of a sale's invoice what its source gave back: a document for each return, once, as credit note or storno as the
/// company has chosen. What cannot be taken back so is told on the sale, for a person.
/// </summary>
[Requires("fiscal.file")]
sealed record CreditReturns(SourceKey Key) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, ScopedDispatch system, CallerHolder who) : IHandle<CreditReturns, Done>
    {
        const int LongestReason = 300;

        public async Task<Done> Handle(CreditReturns command, CancellationToken ct)
        {
            if ((await dispatcher.Ask(new GetReturns(command.Key), ct)).OrThrow() is not { } sale) return default;

            // Whoever reads or processes a sale need not be one who may take invoices back: the source did that.
            var me = Caller.System(who.Caller.Tenant, "system");
            var notes = (await system.As(me, d => d.Ask(new GetCreditLeft(sale.Invoice), ct))).OrThrow();
            if (await OfOthers(sale, notes, ct)) return default;

            var (credited, refusal) = (0m, (Error?)null);
            foreach (var given in sale.Returns)
            {
                var asked = new CreditAsked(ReasonOf(given)) { Amount = given.Amount };
                var made = await system.As(me, d => d.Send(new CreditInvoice(sale.Invoice, NoteOf(sale.Sale, given), asked), ct));
                // What waits for approval is told, for it may be refused; once given, the next reading counts it.
                if (made.Error is { Kind: ErrorKind.Refused or ErrorKind.Invalid } why) refusal = why;
                else if (made.Error is not null) made.OrThrow();
                else credited += given.Amount;
            }

            return (await dispatcher.Send(new NoteReturns(sale.Sale, credited, refusal?.Message), ct)).OrThrow();
        }

        // A credit note written here by a person, or for a refund that the source has since named in a note of its own, may be for the same
        // money: then nothing is written by itself, and what the notes leave open is told.
        async Task<bool> OfOthers(GetReturns.View sale, GetCreditLeft.View notes, CancellationToken ct)
        {
            var ours = sale.Returns.Select(given => NoteOf(sale.Sale, given)).ToHashSet();
            if (notes.Notes.All(note => ours.Contains(note.Id)) && notes.Waits.All(waits => ours.Contains(waits.Id))) return false;

            var (returned, taken) = (sale.Returns.Sum(given => given.Amount), notes.Notes.Sum(note => Math.Abs(note.Total.Amount)));
            var trouble = taken >= returned ? null : "A credit note was written by hand for this invoice, and more than that was given back. Credit the rest on the invoice.";
            (await dispatcher.Send(new NoteReturns(sale.Sale, Math.Min(returned, taken), trouble), ct)).OrThrow();
            return true;
        }

        static string ReasonOf(SourceReturn given) =>
            PlainText.Fit(PlainText.Tidy(given.Memo) is { Length: > 0 } memo ? memo : given.Number is { } number ? $"Notă de creditare Stripe {number}" : "Rambursare", LongestReason);

        // The same return has the same id, whoever comes to it first and however often: so it is credited once.
        static InvoiceId NoteOf(SaleId sale, SourceReturn given)
        {
            Span<byte> id = SHA256.HashData(Encoding.UTF8.GetBytes($"{sale}:{given.Id}")).AsSpan(0, 16);
            Span<byte> moment = stackalloc byte[8];
            BinaryPrimitives.WriteInt64BigEndian(moment, given.At.ToUnixTimeMilliseconds());
            moment[2..].CopyTo(id);
            id[6] = (byte)(id[6] & 0x0F | 0x70); // version 7, like every key of ours
            id[8] = (byte)(id[8] & 0x3F | 0x80);
            return new(new Guid(id, bigEndian: true));
        }
    }
}
