#define TWO \
    1 + \
    1

int a = TWO;
