namespace InvoiceSync.Customers;

/// <summary>
/// The check digits inside VAT numbers of the Union, for the countries whose rule is public and simple. A wrong one is a
/// typing error; a right one proves nothing, since VIES alone knows what is in force.
/// </summary>
public static class VatCheckDigits
{
    /// <summary>Of a normalized number of a right form: whether its check digits agree; null for countries not checked here.</summary>
    public static bool? Agree(string normalized)
    {
        var number = normalized[2..];
        return normalized[..2] switch
        {
            "AT" => Austria(number),
            "BE" => 97 - Remainder(number[..8], 97) == Value(number[8..]),
            "DE" or "HR" => Product(number),
            "DK" => Weighed(number, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0,
            "EE" => Weighed(number, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0,
            "EL" => Weighed(number[..8], 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == number[8] - '0',
            "FI" => Weighed(number, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0,
            "FR" when number[..2].All(char.IsAsciiDigit) => Remainder(number[2..] + "12", 97) == Value(number[..2]),
            "HU" => Weighed(number, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0,
            "IT" => Luhn(number),
            "LU" => Remainder(number[..6], 89) == Value(number[6..]),
            "PL" => Weighed(number[..9], 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == number[9] - '0',
            "PT" => Weighed(number[..8], 9, 8, 7, 6, 5, 4, 3, 2) % 11 is var rest && (rest < 2 ? 0 : 11 - rest) == number[8] - '0',
            "RO" => Cui.TryParse(number, out _),
            "SE" => Luhn(number[..10]),
            "SI" => 11 - Weighed(number[..7], 8, 7, 6, 5, 4, 3, 2) % 11 is var digit && digit != 11 && digit % 10 == number[7] - '0',
            _ => null,
        };
    }

    static int Weighed(string digits, params ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var at = 0; at < digits.Length; at++) sum += (digits[at] - '0') * weights[at];
        return sum;
    }

    static int Value(string digits) => digits.Aggregate(0, (value, digit) => value * 10 + digit - '0');

    static int Remainder(string digits, int divisor) => digits.Aggregate(0, (rest, digit) => (rest * 10 + digit - '0') % divisor);

    // ISO 7064, MOD 11,10.
    static bool Product(string digits)
    {
        var carried = 10;
        foreach (var digit in digits[..^1])
        {
            var sum = (digit - '0' + carried) % 10;
            carried = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (11 - carried) % 10 == digits[^1] - '0';
    }

    static bool Luhn(string digits)
    {
        var sum = 0;
        for (var at = 0; at < digits.Length; at++)
        {
            var digit = digits[^(at + 1)] - '0';
            sum += at % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }

        return sum % 10 == 0;
    }

    // U before the digits; Luhn moved by four.
    static bool Austria(string number)
    {
        var sum = 4;
        for (var at = 1; at < 8; at++)
        {
            var digit = number[at] - '0';
            sum += at % 2 == 1 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }

        return (10 - sum % 10) % 10 == number[8] - '0';
    }
}
