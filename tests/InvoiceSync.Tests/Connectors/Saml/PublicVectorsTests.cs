using InvoiceSync.Connectors.Saml;

namespace InvoiceSync.Tests.Connectors.Saml;

public sealed class PublicVectorsTests
{
    [Fact]
    public void Print()
    {
        var lines = PublicVectors.All.Select(v => { string r; try { new ResponseProof(PublicVectors.Certificates, [], PublicVectors.Loose).Prove(v.Xml); r = "OK"; } catch (SamlRefusedException e) { r = e.Fault.ToString(); } catch (Exception e) { r = "!!" + e; } return r + " " + v.Name; });
        Assert.Fail(string.Join("\n", lines));
    }
}
