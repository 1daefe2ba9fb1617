namespace InvoiceSync.Cli.Shell;

/// <summary>One option of a command. Value names what it takes, like FILE; null for a switch. A name in capitals is a word without option, like FILE; FILE… takes many.</summary>
sealed record Flag(string Name, string? Value, string Help)
{
    public bool IsPlace => Name[0] != '-';

    public bool IsMany => Name[^1] == '…';
}

/// <summary>A command of invoicesync: what it is called, what it does, what it takes, and how it runs.</summary>
sealed record Command(string Name, string Summary, IReadOnlyList<Flag> Flags, string Notes, Func<Arguments, Surroundings, CancellationToken, Task<int>> Run);

/// <summary>The command was written wrongly; the message says what and how to write it.</summary>
sealed class UsageException(string message) : Exception(message);
