using System.IO.Compression;
using System.Net;
using System.Text;
using InvoiceSync.Fiscal;

namespace InvoiceSync.Tests.Connectors.Anaf;

public sealed class ReceiptZipTests
{
    const string Errors =
        """
        <header xmlns="mfp:anaf:dgti:efactura:mesajEroriFactuta:v1" Index_incarcare="5" Cif_emitent="9">
          <Error errorMessage="E: [BR-RO-010]-Numarul facturii"/>
          <Error errorMessage="Factura a mai fost transmisa anterior cu index=5000000000 si data incarcare=2026-11-20"/>
        </header>
        """;

    static Task<ReceiptAnswer> Answer(byte[] body) =>
        FakeAnaf.Answering(HttpStatusCode.OK, body).Provider().Download(FakeAnaf.Account, "7", TestContext.Current.CancellationToken);

    static byte[] Zip(params (string Name, byte[] Body)[] entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, body) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(body);
            }
        }

        return memory.ToArray();
    }

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    static byte[] Good => Zip(("semnatura_7.xml", Bytes("<Signature/>")), ("7.xml", Bytes("<Invoice/>")));

    [Fact]
    public async Task An_accepted_invoice_comes_with_its_signature_byte_for_byte()
    {
        var good = Good;
        var zip = Assert.IsType<ReceiptAnswer.Zip>(await Answer(good));
        Assert.Equal(good, zip.Bytes.ToArray());
        Assert.Equal("<Invoice/>", Encoding.UTF8.GetString(zip.DocumentXml.Span));
        Assert.Equal("<Signature/>", Encoding.UTF8.GetString(zip.SignatureXml.Span));
        Assert.Empty(zip.Errors);
        Assert.Null(zip.DuplicateOf);
    }

    [Fact]
    public async Task All_errors_are_read_and_the_index_of_a_duplicate_is_found()
    {
        var zip = Assert.IsType<ReceiptAnswer.Zip>(await Answer(Zip(("7.xml", Bytes(Errors)), ("semnatura_7.xml", Bytes("<S/>")))));
        Assert.Equal(2, zip.Errors.Count);
        Assert.Equal("5000000000", zip.DuplicateOf);
    }

    [Fact]
    public async Task ANAFs_own_error_file_is_read()
    {
        var zip = Assert.IsType<ReceiptAnswer.Zip>(await Answer(Zip(("7.xml", AnafData.Bytes("descarcare-zip__erori__format.xml")))));
        Assert.Equal((2, "5000000000"), (zip.Errors.Count, zip.DuplicateOf));
    }

    [Theory]
    [InlineData("<header/>")]
    [InlineData("<header><Error errorMessage=\"E: unu\"/><Error errorMess")]
    public async Task A_refusal_without_a_readable_reason_is_still_a_refusal(string file) =>
        Assert.Single(Assert.IsType<ReceiptAnswer.Zip>(await Answer(Zip(("7.xml", Bytes(file))))).Errors);

    public static TheoryData<string, byte[]> Hostile => new()
    {
        { "no signature", Zip(("7.xml", Bytes("<Invoice/>"))) },
        { "another file's signature", Zip(("7.xml", Bytes("<Invoice/>")), ("semnatura_8.xml", Bytes("<S/>"))) },
        { "no XML inside", Zip(("7.xml", Bytes("?")), ("semnatura_7.xml", Bytes("<S/>"))) },
        { "a DTD", Zip(("7.xml", Bytes("<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><x>&y;</x>")), ("semnatura_7.xml", Bytes("<S/>"))) },
        { "no document", Zip(("semnatura_7.xml", Bytes("<S/>"))) },
        { "two documents", Zip(("7.xml", Bytes("<Invoice/>")), ("8.xml", Bytes("<Invoice/>")), ("semnatura_7.xml", Bytes("<S/>"))) },
        { "a way up", Zip(("../7.xml", Bytes("<Invoice/>")), ("semnatura_7.xml", Bytes("<S/>"))) },
        { "a root", Zip(("/etc/7.xml", Bytes("<Invoice/>")), ("semnatura_7.xml", Bytes("<S/>"))) },
        { "a drive", Zip(("C:\\7.xml", Bytes("<Invoice/>")), ("semnatura_7.xml", Bytes("<S/>"))) },
        { "no XML", Zip(("7.exe", Bytes("MZ")), ("semnatura_7.xml", Bytes("<S/>"))) },
        { "many", Zip([.. Enumerable.Range(0, 100).Select(i => ($"{i}.xml", Bytes("<x/>")))]) },
        { "a bomb", Zip(("7.xml", new byte[25 * 1024 * 1024]), ("semnatura_7.xml", Bytes("<S/>"))) },
        { "a dense bomb", Zip(("7.xml", new byte[4 * 1024 * 1024]), ("semnatura_7.xml", Bytes("<S/>"))) },
        { "an empty archive", Zip() },
        { "only the first bytes", "PK\x03\x04"u8.ToArray() },
        { "HTML", Bytes("<html>Request Rejected</html>") },
        { "nothing", [] },
    };

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public async Task A_hostile_archive_is_refused(string what, byte[] body)
    {
        var answer = await Answer(body);
        Assert.True(answer is ReceiptAnswer.Unavailable, $"{what}: {answer.GetType().Name}");
    }

    [Fact]
    public async Task A_broken_archive_never_throws_wherever_it_is_broken()
    {
        var good = Good;
        for (var at = 0; at < good.Length; at++)
        {
            var flipped = (byte[])good.Clone();
            flipped[at] ^= 0xFF;
            Assert.NotNull(await Answer(flipped));
            Assert.IsNotType<ReceiptAnswer.Zip>(await Answer(good[..at]));
        }
    }
}
