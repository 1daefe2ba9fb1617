using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Audit.Model;
using InvoiceSync.Audit.Model.Letters;
using InvoiceSync.Kernel;
using InvoiceSync.Messaging;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Audit;

/// <summary>Mails the newest checkpoint to the addresses the company chose; it proves all entries before it. Nothing new, nothing mailed.</summary>
[Requires("audit.seal")]
public sealed record MailCheckpoint : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher) : IHandle<MailCheckpoint, Done>
    {
        public async Task<Done> Handle(MailCheckpoint command, CancellationToken ct)
        {
            var mails = (await dispatcher.Ask(new GetAnchorMail(), ct)).OrThrow();
            if (mails.Addresses.Count == 0) return default;
            (await dispatcher.Send(new SealCheckpoint(), ct)).OrThrow();
            if ((await dispatcher.Ask(new GetNewestCheckpoint(), ct)).OrThrow() is not { } newest || newest.Size <= mails.Size) return default;

            var company = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            var letter = AuditLetter.Write(AuditLetterKind.Anchor, mails.Language, null, AnchorText.Block(newest), company.Name, newest.Size);
            foreach (var address in mails.Addresses)
                (await dispatcher.Send(new QueueMail(address, letter, $"anchor:{newest.Size}:{Hashed(address)}"), ct)).OrThrow();
            return (await dispatcher.Send(new NoteAnchored(AnchorMails.Place, newest.Size), ct)).OrThrow();
        }

        // A key has 255 characters, an address nearly as many.
        static string Hashed(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)));
    }
}
