namespace InvoiceSync.Sandbox.Mail;

/// <summary>One mail as it arrived.</summary>
sealed record PracticeMail(string Id, string Account, DateTimeOffset At, string From, IReadOnlyList<string> To, byte[] Message);

/// <summary>What arrived, by the account that signed in to send it. Held in memory, the newest few hundred: a restarted world has no mail.</summary>
sealed class Mailbox
{
    const int Most = 300;
    readonly Lock gate = new();
    readonly LinkedList<PracticeMail> mails = [];
    long made;

    public void Put(string account, DateTimeOffset at, string from, IReadOnlyList<string> to, byte[] message)
    {
        lock (gate)
        {
            mails.AddFirst(new PracticeMail($"pm_{++made}", account, at, from, to, message));
            if (mails.Count > Most) mails.RemoveLast();
        }
    }

    public IReadOnlyList<PracticeMail> Of(string account)
    {
        lock (gate) return [.. mails.Where(mail => mail.Account == account)];
    }
}
