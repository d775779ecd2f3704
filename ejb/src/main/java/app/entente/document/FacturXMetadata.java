package app.entente.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/** Says in the metadata of a document that it carries a Factur-X, and describes these words to readers of PDF/A, who must not meet unknown ones. */
final class FacturXMetadata {

    private static final String SPACE = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#";
    private static final String SCHEMAS = "<pdfaExtension:schemas>";
    private static final String END = "</rdf:RDF>";

    private FacturXMetadata() {
    }

    static void announce(PDDocument document, String file) throws IOException {
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String xmp;
        try (InputStream in = metadata.createInputStream(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            in.transferTo(out);
            xmp = out.toString(StandardCharsets.UTF_8);
        }
        String told = """
            <rdf:Description xmlns:fx="%s" rdf:about="">
            <fx:DocumentType>INVOICE</fx:DocumentType><fx:DocumentFileName>%s</fx:DocumentFileName><fx:Version>1.0</fx:Version><fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>
            </rdf:Description>
            """.formatted(SPACE, file);
        metadata.importXMPMetadata(described(xmp.replace(END, told + END)).getBytes(StandardCharsets.UTF_8));
        metadata.getCOSObject().removeItem(COSName.FILTER);
    }

    // There is one bag of described schemas in a document: ours joins what is in it, or begins it.
    private static String described(String xmp) {
        String schema = """
            <rdf:li rdf:parseType="Resource"><pdfaSchema:schema>Factur-X</pdfaSchema:schema><pdfaSchema:namespaceURI>%s</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>fx</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>%s%s%s%s</rdf:Seq></pdfaSchema:property></rdf:li>
            """.formatted(SPACE, property("DocumentFileName", "name of the embedded invoice"), property("DocumentType", "kind of document"),
                property("Version", "version of the invoice's schema"), property("ConformanceLevel", "profile of the invoice"));
        int bag = xmp.indexOf(SCHEMAS);
        if (bag >= 0) {
            int first = xmp.indexOf("<rdf:Bag>", bag) + "<rdf:Bag>".length();
            return xmp.substring(0, first) + schema + xmp.substring(first);
        }
        return xmp.replace(END, """
            <rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
            xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about="">%s<rdf:Bag>%s</rdf:Bag></pdfaExtension:schemas></rdf:Description>
            """.formatted(SCHEMAS, schema) + END);
    }

    private static String property(String name, String description) {
        return "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>" + name + "</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>"
            + "<pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>" + description + "</pdfaProperty:description></rdf:li>";
    }
}
