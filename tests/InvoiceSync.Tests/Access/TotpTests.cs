using System.Text;
using InvoiceSync.Access.Model;

namespace InvoiceSync.Tests.Access;

/// <summary>The vectors of RFC 6238 appendix B, of which apps show the last six digits, and RFC 4648's of base 32.</summary>
public sealed class TotpTests
{
    static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void A_code_is_what_the_standard_says(long seconds, string code) => Assert.Equal(code, Totp.CodeAt(Secret, seconds / 30));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void One_half_minute_either_way_is_taken(int away, bool taken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        Assert.Equal(taken, Totp.StepOf(Secret, Totp.CodeAt(Secret, 1234567890 / 30 + away), now) is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("05924")]
    [InlineData("0059240")]
    [InlineData("٠٠٥٩٢٤")]
    public void What_is_not_six_plain_digits_is_no_code(string code) => Assert.Null(Totp.StepOf(Secret, code, DateTimeOffset.FromUnixTimeSeconds(1234567890)));

    [Theory]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base_32_is_what_the_standard_says(string text, string written) => Assert.Equal(written, Totp.Base32(Encoding.ASCII.GetBytes(text)));
}
