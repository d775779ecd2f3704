package app.entente.web.letter;

import app.entente.kernel.Bilingual;
import app.entente.practice.Practice;
import app.entente.practice.Service;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.function.Function;

/** A practice in the vocabulary of schema.org, written as JSON-LD. */
class StructuredData {

    private final Practice profile;
    private final List<Service> services;
    private final Function<Bilingual, String> words;

    StructuredData(Practice profile, List<Service> services, Function<Bilingual, String> words) {
        this.profile = profile;
        this.services = services;
        this.words = words;
    }

    /** The element for the head of the page. What it holds cannot end it early: angle brackets and ampersands are escaped. */
    String element(String name, String url, String description, String language) {
        String json = object(name, url, description, language).toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
        return "<script type=\"application/ld+json\">" + json + "</script>";
    }

    JsonObject object(String name, String url, String description, String language) {
        JsonObjectBuilder address = Json.createObjectBuilder().add("@type", "PostalAddress").add("streetAddress", profile.getStreet())
            .add("addressLocality", profile.getCity()).add("postalCode", profile.getPostalCode()).add("addressCountry", profile.getCountry());
        if (profile.getRegion() != null) {
            address.add("addressRegion", profile.getRegion());
        }
        return Json.createObjectBuilder().add("@context", "https://schema.org").add("@type", "ProfessionalService")
            .add("@id", url).add("url", url).add("name", name).add("description", description).add("inLanguage", language)
            .add("telephone", profile.getPhone()).add("email", profile.getEmail()).add("address", address)
            .add("founder", Json.createObjectBuilder().add("@type", "Person").add("name", profile.getLegalName())
                .add("jobTitle", words.apply(profile.getTitle())))
            .add("currenciesAccepted", profile.getCurrency()).add("makesOffer", offers()).build();
    }

    private JsonArrayBuilder offers() {
        JsonArrayBuilder offers = Json.createArrayBuilder();
        services.forEach(service -> offers.add(Json.createObjectBuilder().add("@type", "Offer")
            .add("price", service.getPrice().toDecimal()).add("priceCurrency", service.getPrice().currency())
            .add("itemOffered", Json.createObjectBuilder().add("@type", "Service").add("name", words.apply(service.getTitle()))
                .add("description", words.apply(service.getDescription())))));
        return offers;
    }
}
