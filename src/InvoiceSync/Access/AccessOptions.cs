namespace InvoiceSync.Access;

/// <summary>The section Access of the configuration: how long people stay signed in, and how many tries they have.</summary>
public sealed record AccessOptions
{
    public TimeSpan Session { get; init; } = TimeSpan.FromHours(8);

    public TimeSpan Remembered { get; init; } = TimeSpan.FromDays(30);

    public int Devices { get; init; } = 3;

    /// <summary>Wrong tries from one network within a quarter of an hour.</summary>
    public int TriesPerAddress { get; init; } = 50;

    /// <summary>A browser that opens several tabs at once shows its old token a few times more; afterwards a spent token is a stolen one.</summary>
    public TimeSpan RotationGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A sorted file of SHA-1 hashes of known passwords, in hex, one a line; what follows a colon is not read.</summary>
    public string? BreachedPasswords { get; init; }

    /// <summary>The people (usr_…) who run the installation. By id, since an address can be somebody else's tomorrow; the page Account shows each their own.</summary>
    public IReadOnlyList<string> Operators { get; init; } = [];
}
