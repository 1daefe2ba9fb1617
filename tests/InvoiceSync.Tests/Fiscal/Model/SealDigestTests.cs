using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Fiscal.Model;

namespace InvoiceSync.Tests.Fiscal.Model;

public sealed class SealDigestTests
{
    static readonly byte[] Document = "<Invoice/>"u8.ToArray();

    [Fact]
    public void A_seal_with_the_digest_of_the_document_fits() => Assert.True(SealDigest.Fits(Document, Seal(Document)));

    [Fact]
    public void The_seal_of_another_document_does_not() => Assert.False(SealDigest.Fits(Document, Seal("<Invoice />"u8.ToArray())));

    [Theory]
    [InlineData("")]
    [InlineData("no xml")]
    public void What_is_no_seal_does_not(string text) => Assert.False(SealDigest.Fits(Document, Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_seal_over_a_canonical_form_cannot_be_told()
    {
        Assert.Null(SealDigest.Fits(Document, Seal(Document, "<Transforms><Transform Algorithm=\"c14n\"/></Transforms>")));
        Assert.Null(SealDigest.Fits(Document, "<Signature/>"u8.ToArray()));
    }

    static byte[] Seal(byte[] over, string transforms = "") => Encoding.UTF8.GetBytes(
        $"""<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo><Reference>{transforms}<DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue>{Convert.ToBase64String(SHA256.HashData(over))}</DigestValue></Reference></SignedInfo></Signature>""");
}
