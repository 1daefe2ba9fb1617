using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Messaging;

namespace InvoiceSync.Audit.Model.Letters;

/// <summary>Has a letter written to readers of the log, to each once: what is queued under the same key is the same letter.</summary>
sealed class ReaderPost(IDispatcher dispatcher)
{
    /// <summary>To those among them that are chosen; to all of them when nobody chose.</summary>
    public async Task Write(Letter letter, string cause, IReadOnlyCollection<string>? chosen, CancellationToken ct)
    {
        foreach (var reader in (await dispatcher.Ask(new ListLogReaders(), ct)).OrThrow())
            if (chosen?.Contains(reader.Id.ToString()) ?? true)
                (await dispatcher.Send(new QueueMail(reader.Email, letter, $"{cause}:{reader.Id}"), ct)).OrThrow();
    }
}
