namespace InvoiceSync.Cli.Shell;

/// <summary>What a script can tell from the end of a command.</summary>
static class ExitCode
{
    public const int Fine = 0;

    /// <summary>It ran, and something needs a person: refused, parked, not settled in time, a failed check.</summary>
    public const int NeedsPerson = 1;

    /// <summary>The command was written wrongly; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>The portal did not answer, or did not let us in.</summary>
    public const int Unreachable = 3;

    /// <summary>As shells count an interrupt.</summary>
    public const int Interrupted = 130;
}
