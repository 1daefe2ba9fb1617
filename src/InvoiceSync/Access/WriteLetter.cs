using InvoiceSync.Access.Model;
using InvoiceSync.Access.Model.Letters;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Messaging;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Access;

/// <summary>Writes a person about their account, in their language. Without an address it does nothing: then nobody was meant.</summary>
[Requires("mail.send")]
sealed record WriteLetter(string Key, LetterKind Kind, string To, string Name, string Language, string? SealedPath, IReadOnlyList<string> Facts) : IProcess<Done>
{
    internal sealed class Handler(ScopedDispatch dispatch, CallerHolder who, MasterKey master, ISiteAddress site) : IHandle<WriteLetter, Done>
    {
        public async Task<Done> Handle(WriteLetter letter, CancellationToken ct)
        {
            if (letter.To.Length == 0) return default;
            var link = letter.SealedPath is { } path ? site.Of(master.Open(Post.Purpose(letter.Key), path)) : null;
            var mail = new QueueMail(letter.To, AccountLetter.Write(letter.Kind, letter.Language, letter.Name, link, letter.Facts), letter.Key);
            (await dispatch.As(Inside.House(who.Caller), d => d.Send(mail, ct))).OrThrow();
            return default;
        }
    }
}
