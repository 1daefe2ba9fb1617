using System.Globalization;

namespace InvoiceSync.Cli.Shell;

/// <summary>The options a command was given, read against those it knows: --name value, --name=value, or a bare --switch.</summary>
sealed class Arguments
{
    readonly Dictionary<string, string?> given = [];
    readonly List<string> places = [];

    Arguments()
    {
    }

    public static Arguments Read(IReadOnlyList<string> words, IReadOnlyList<Flag> known)
    {
        var arguments = new Arguments();
        for (var at = 0; at < words.Count; at++)
        {
            if (known.FirstOrDefault(f => f.IsPlace) is { } place && !words[at].StartsWith('-') && (place.IsMany || !arguments.Has(place.Name)))
            {
                arguments.given[place.Name] = words[at];
                arguments.places.Add(words[at]);
                continue;
            }

            var (name, value) = Split(words[at]);
            var flag = known.FirstOrDefault(f => f.Name == name) ?? throw new UsageException(Unknown(name, known));
            if (arguments.given.ContainsKey(name)) throw new UsageException($"{name} is given twice.");
            if (flag.Value is null && value is not null) throw new UsageException($"{name} takes no value.");
            if (flag.Value is not null && value is null)
            {
                // A lone dash is a value; anything longer that begins with dashes is the next option.
                if (at + 1 >= words.Count || words[at + 1].StartsWith("--", StringComparison.Ordinal)) throw new UsageException($"{name} needs a value: {name} {flag.Value}.");
                value = words[++at];
            }

            if (value is { Length: 0 }) throw new UsageException($"{name} needs a value: {name} {flag.Value}.");
            arguments.given[name] = value;
        }

        return arguments;
    }

    /// <summary>The words without option, as they came.</summary>
    public IReadOnlyList<string> Places => places;

    public bool Has(string name) => given.ContainsKey(name);

    public string? Text(string name) => given.GetValueOrDefault(name);

    public string OneOf(string name, string usual, params IReadOnlyList<string> known)
    {
        var text = Text(name) ?? usual;
        return known.Contains(text) ? text : throw new UsageException($"{name} is one of {string.Join(", ", known)}, not \"{text}\".");
    }

    public int? Whole(string name, int least, int most)
    {
        if (Text(name) is not { } text) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new UsageException($"{name} is a whole number from {least} to {most}, not \"{text}\".");
    }

    public DateOnly? Day(string name)
    {
        if (Text(name) is not { } text) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100
            ? day
            : throw new UsageException($"{name} is a day like 2026-11-21, not \"{text}\".");
    }

    static (string Name, string? Value) Split(string word)
    {
        if (!word.StartsWith("--", StringComparison.Ordinal) || word.Length < 3) throw new UsageException($"\"{word}\" is no option. Options begin with --.");
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (word, null) : (word[..equals], word[(equals + 1)..]);
    }

    static string Unknown(string name, IReadOnlyList<Flag> known)
    {
        var near = known.Select(f => f.Name).MinBy(n => Distance(n, name));
        return near is not null && Distance(near, name) <= 3 ? $"There is no option {name}. Did you mean {near}?" : $"There is no option {name}.";
    }

    // Levenshtein's: how many letters to type differently.
    static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
