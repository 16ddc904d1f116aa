"""What a newer snapshot leaves as it was is not sent again."""

from __future__ import annotations

from callbacks.application import create

HEAD = "date_start,lat,lon,kind\n"


def test_a_newer_snapshot_that_gives_the_same_bytes_leads_to_the_same_address(
    bring, store, settings
):
    def led(filters):
        current = store.require()
        answer = client.get(f"/data/{current.id}/hexagons.bin?res=4&{filters}")
        assert answer.status_code == 302
        return current.id, answer.headers["Location"]

    bring(HEAD + "2019-03-07,16.27,-0.04,kidnapping\n", "one.csv")
    client = create(settings, store).server.test_client()
    first, address = led("kind=kidnapping")
    bring(HEAD + "2019-04-01,16.27,-0.04,cattle_theft\n", "two.csv")
    second, same = led("kind=kidnapping")
    assert first != second and address == same
    assert client.get(address.removeprefix("../..")).status_code == 200
    bring(HEAD + "2019-03-08,16.27,-0.04,kidnapping\n", "three.csv")
    assert led("kind=kidnapping")[1] != address
    assert create(settings, store).server.test_client().get(
        address.removeprefix("../..")).status_code == 410
